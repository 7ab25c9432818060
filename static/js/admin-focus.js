// The focal point of a picture: a click in it, or the arrow keys on its mark, set the two
// number fields. Without this script the fields are there all the same.
const STEP = 5;
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function prepare(picker) {
  const fields = ["id_focus_x", "id_focus_y"].map((id) => document.getElementById(id));
  const image = picker.querySelector("img");
  if (fields.includes(null) || !image) return; // those who may only look

  const point = document.createElement("button");
  point.type = "button";
  point.className = "focus-picker__point";

  const cut = document.createElement("figure");
  cut.className = "focus-picker__cut";
  const shown = new Image();
  shown.src = image.src;
  shown.alt = "";
  const words = document.createElement("figcaption");
  words.textContent = picker.dataset.cut;
  cut.append(shown, words);

  const show = () => {
    const [x, y] = fields.map((field) => Math.min(100, Math.max(0, Number(field.value) || 0)));
    point.style.left = `${(x / 100) * image.clientWidth}px`;
    point.style.top = `${(y / 100) * image.clientHeight}px`;
    point.setAttribute("aria-label", `${picker.dataset.label} (${x} %, ${y} %)`);
    shown.style.objectPosition = `${x}% ${y}%`;
  };
  const choose = (x, y) => {
    [x, y].forEach((value, i) => {
      fields[i].value = Math.min(100, Math.max(0, Math.round(value)));
      fields[i].dispatchEvent(new Event("change", { bubbles: true }));
    });
  };

  image.addEventListener("click", (event) => {
    choose((100 * event.offsetX) / image.clientWidth, (100 * event.offsetY) / image.clientHeight);
  });
  point.addEventListener("keydown", (event) => {
    if (!(event.key in KEYS)) return;
    event.preventDefault();
    const [x, y] = fields.map((field) => Number(field.value) || 0);
    choose(x + STEP * KEYS[event.key][0], y + STEP * KEYS[event.key][1]);
  });
  for (const field of fields) {
    for (const name of ["input", "change"]) field.addEventListener(name, show);
  }
  new ResizeObserver(show).observe(image);

  picker.classList.add("focus-picker--ready");
  picker.append(point, cut);
  show();
}

document.querySelectorAll(".focus-picker").forEach(prepare);
