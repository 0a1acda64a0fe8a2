// Files dropped on a form with a file field are chosen as if through the field. Without this file the field is used alone.
(() => {
  "use strict";

  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

  const prepare = (form) => {
    const field = form.querySelector("input[type=file]");
    if (!field) return;
    const hint = document.createElement("p");
    hint.className = "field-hint";
    hint.textContent = form.dataset.dropHint;
    field.after(hint);
    // Also beside the form: a browser that opens a dropped file would leave the page.
    for (const type of ["dragover", "drop"]) {
      document.addEventListener(type, (event) => {
        if (hasFiles(event)) event.preventDefault();
      });
    }
    form.addEventListener("dragenter", (event) => {
      if (hasFiles(event)) form.classList.add("dropping");
    });
    form.addEventListener("dragleave", (event) => {
      if (!form.contains(event.relatedTarget)) form.classList.remove("dropping");
    });
    form.addEventListener("drop", (event) => {
      form.classList.remove("dropping");
      if (!hasFiles(event) || !event.dataTransfer.files.length) return;
      const chosen = new DataTransfer();
      for (const file of [...event.dataTransfer.files].slice(0, field.multiple ? undefined : 1)) chosen.items.add(file);
      field.files = chosen.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      field.focus();
    });
  };

  document.querySelectorAll("form[data-drop]").forEach(prepare);
})();
