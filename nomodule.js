// For browsers that know no modules; they never run boot.js. Plain old JavaScript.
document.addEventListener("DOMContentLoaded", function () {
  document.getElementById("unsupported").removeAttribute("hidden");
  document.getElementById("app").setAttribute("hidden", "");
});
