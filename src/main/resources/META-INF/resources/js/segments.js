// Says under the answer, as it is typed, how many text messages it would be; counts as channel/sms/Segments does.
const BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENSION = "\f^{}\\[~]|€";

const PLAIN = [
  [/[\u2018\u2019\u201A\u201B\u2032\u00B4`]/g, "'"],
  [/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"'],
  [/[\u2010-\u2015\u2212\u2022\u00B7]/g, "-"],
  [/\u2026/g, "..."],
  [/[\u2028\u2029]/g, "\n"],
  [/[\u00AD\u200B\u2060\uFEFF]/g, ""],
  [/[\t\p{Zs}]/gu, " "],
];

function plain(text) {
  return PLAIN.reduce((folded, [characters, instead]) => folded.replace(characters, instead), text.normalize("NFC"));
}

function segments(text) {
  const characters = [...text];
  const gsm7 = characters.every((c) => BASIC.includes(c) || EXTENSION.includes(c));
  const places = (c) => (gsm7 ? (EXTENSION.includes(c) ? 2 : 1) : c.length);
  if (characters.reduce((sum, c) => sum + places(c), 0) <= (gsm7 ? 160 : 70)) return 1;
  const size = gsm7 ? 153 : 67;
  let count = 1;
  let used = 0;
  for (const c of characters) {
    if (used + places(c) > size) {
      count++;
      used = 0;
    }
    used += places(c);
  }
  return count;
}

const output = document.getElementById("length");
const field = document.getElementById("text");

if (output && field) {
  const { translation, goes } = field.form.elements;
  const whole = () => {
    const [ours, theirs] = [field.value.trim(), translation?.value.trim()];
    if (!theirs) return ours;
    return goes.value === "theirs" ? theirs : theirs + "\n\nEnglish:\n" + ours;
  };
  const say = () => {
    const { signature, longest, one, many, tooLong } = output.dataset;
    const count = segments(plain(whole()) + "\n" + signature);
    output.dataset.count = count;
    output.textContent = count > Number(longest) ? tooLong : count === 1 ? one : many.replace("#", count);
  };
  for (const name of ["input", "change"]) field.form.addEventListener(name, say);
  say();
}
