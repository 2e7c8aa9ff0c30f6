/** Longest side of a photo that leaves the device. */
const side = 1600;

/** The photo made smaller on the canvas, which shows it, as JPEG. */
export async function photoOf(file: File, canvas: HTMLCanvasElement): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(file);
  const ratio = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * ratio));
  canvas.height = Math.max(1, Math.round(bitmap.height * ratio));
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return asJpeg(canvas);
}

/** A face under the finger becomes a few squares: what was there cannot be read back. */
export async function blurAround(canvas: HTMLCanvasElement, event: MouseEvent): Promise<Blob | undefined> {
  const pen = canvas.getContext("2d");
  if (!pen) {
    return undefined;
  }
  // The picture covers its frame: a point of the frame is a point of the picture, cropped.
  const frame = canvas.getBoundingClientRect();
  const zoom = Math.max(frame.width / canvas.width, frame.height / canvas.height);
  const x = canvas.width / 2 + (event.clientX - frame.left - frame.width / 2) / zoom;
  const y = canvas.height / 2 + (event.clientY - frame.top - frame.height / 2) / zoom;
  const radius = Math.max(canvas.width, canvas.height) * 0.06;
  const step = Math.max(4, Math.round(radius / 2));
  for (let left = Math.floor(x - radius); left < x + radius; left += step) {
    for (let top = Math.floor(y - radius); top < y + radius; top += step) {
      const [cx, cy] = [Math.max(0, Math.min(canvas.width - 1, left)), Math.max(0, Math.min(canvas.height - 1, top))];
      const seen = pen.getImageData(cx, cy, Math.min(step, canvas.width - cx), Math.min(step, canvas.height - cy)).data;
      const sums = [0, 0, 0];
      for (let i = 0; i < seen.length; i += 4) {
        sums[0]! += seen[i]!;
        sums[1]! += seen[i + 1]!;
        sums[2]! += seen[i + 2]!;
      }
      const n = seen.length / 4;
      pen.fillStyle = `rgb(${sums.map((s) => Math.round(s / n)).join(",")})`;
      pen.fillRect(cx, cy, step, step);
    }
  }
  return asJpeg(canvas);
}

function asJpeg(canvas: HTMLCanvasElement): Promise<Blob | undefined> {
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/jpeg", 0.82));
}
