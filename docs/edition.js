document.currentScript.parentNode.querySelector("a").textContent = "版本 0.1.0-4c4fd3f7";
