document.currentScript.parentNode.querySelector("a").textContent = "版本 1.0-77a36b2b";
