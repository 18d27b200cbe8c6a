"use strict";
(() => {
  const form = document.getElementById("find");
  if (!form || document.querySelector("form#search")) return;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = document.getElementById("find-words").value.trim();
    window.location.href = `${form.getAttribute("action")}#q=${encodeURIComponent(words)}`;
  });
})();
