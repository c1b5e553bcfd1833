import { fileName } from '../../result-export/exportText.ts'
import { saveFile } from '../../result-export/saveFile.ts'
import { drawingOf, type PictureText } from '../layout/drawingOf.ts'

export type PictureFormat = 'svg' | 'png'

/** Fine enough for print and for screens of high density. */
const pixelsPerUnit = 2

/** Saves a chart as it stands. Rejects when the browser cannot paint it. */
export async function savePicture(svg: SVGSVGElement, format: PictureFormat, about: PictureText): Promise<void> {
  const drawing = drawingOf(svg, about)
  const source = new Blob([new XMLSerializer().serializeToString(drawing)], { type: 'image/svg+xml;charset=utf-8' })
  const picture = format === 'svg' ? source : await paint(source, drawing)
  saveFile(picture, fileName(about.title, new Date(), format))
}

async function paint(source: Blob, drawing: SVGSVGElement): Promise<Blob> {
  const { width, height } = drawing.viewBox.baseVal
  const url = URL.createObjectURL(source)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * pixelsPerUnit
    canvas.height = height * pixelsPerUnit
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be painted.'))),
        'image/png',
      )
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}
