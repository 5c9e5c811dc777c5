document.currentScript.parentNode.querySelector("a").textContent = "版本 0.1.0-4a1843d1";
