// Names, for those who do not see them, of fields and columns that Django and
// the widgets' own scripts leave without one.
const FIELDS = [
  ".tiptap", // the rich-text editor, once it is ready
  ".select2-selection",
  "span.select2-selection__rendered",
  ".select2-search__field",
  ".datetime input",
  ".inline-group td :is(input:not([type=hidden]), select, textarea)",
].join(", ");

function nameOf(field) {
  const cell = field.closest("td[class*='field-']");
  if (cell) {
    const name = [...cell.classList].find((one) => one.startsWith("field-")).slice(6);
    return cell.closest("table").querySelector(`th.column-${name}`)?.textContent.trim();
  }
  if (field.closest("td.delete")) {
    return field.closest("table").querySelector("thead th:last-child").textContent.trim();
  }
  const label = field.closest(".form-row")?.querySelector("label, legend");
  return label?.textContent.trim().replace(/\s*:$/, "");
}

function nameFields() {
  for (const field of document.querySelectorAll(FIELDS)) {
    const name = !field.hasAttribute("aria-label") && !field.labels?.length && nameOf(field);
    if (name) field.setAttribute("aria-label", name);
  }
  for (const list of document.querySelectorAll("ul.select2-selection__rendered:not([role])")) {
    list.setAttribute("role", "presentation");
  }
  for (const tip of document.querySelectorAll(".help-tooltip[aria-label]:not([role])")) {
    tip.setAttribute("role", "img");
  }
  for (const header of document.querySelectorAll(".inline-group thead th:empty")) {
    const text = document.createElement("span");
    text.className = "visually-hidden";
    text.textContent = "–";
    header.append(text);
  }
}

new MutationObserver(nameFields).observe(document.body, {
  attributeFilter: ["class"],
  childList: true,
  subtree: true,
});
nameFields();
