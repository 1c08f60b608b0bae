// Pictures to send when there is none at hand; drawn here, so that nothing has to be loaded.

const ROWS = [["Status", "BERHASIL"], ["Penerima", "BUDI SANTOSO"], ["Bank", "BCA"], ["Jumlah", "Rp291.139"]];

function receipt(paint) {
  paint.fillStyle = "#ffffff";
  paint.fillRect(0, 0, 480, 640);
  paint.fillStyle = "#1f8a4c";
  paint.fillRect(0, 0, 480, 110);
  paint.fillStyle = "#ffffff";
  paint.font = "600 30px sans-serif";
  paint.fillText("Bukti transfer", 28, 68);
  ROWS.forEach(([name, value], at) => {
    paint.fillStyle = "#5c6b78";
    paint.font = "20px sans-serif";
    paint.fillText(name, 28, 190 + at * 90);
    paint.fillStyle = "#10181f";
    paint.font = "600 26px sans-serif";
    paint.fillText(value, 28, 224 + at * 90);
  });
}

function parcel(paint) {
  paint.fillStyle = "#d9e4d2";
  paint.fillRect(0, 0, 480, 640);
  paint.fillStyle = "#b98a5a";
  paint.fillRect(90, 220, 300, 240);
  paint.fillStyle = "#a57646";
  paint.fillRect(215, 220, 50, 240);
  paint.fillStyle = "#ffffff";
  paint.fillRect(120, 300, 80, 60);
}

const PAINTERS = { "Transfer receipt": receipt, "Parcel": parcel };

export const names = Object.keys(PAINTERS);

// Two of a kind differ in their time, as real ones do: the bot knows a picture that came before.
export async function sample(name) {
  const canvas = new OffscreenCanvas(480, 640);
  const paint = canvas.getContext("2d");
  PAINTERS[name](paint);
  paint.fillStyle = "#8a949c";
  paint.font = "16px sans-serif";
  paint.fillText(new Date().toISOString(), 28, 610);
  return canvas.convertToBlob({ type: "image/png" });
}
