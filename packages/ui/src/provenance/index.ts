export { Provenance, type ProvenanceAnswer, type ProvenanceProps } from './Provenance.tsx'
