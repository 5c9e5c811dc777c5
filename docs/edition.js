document.currentScript.parentNode.querySelector("a").textContent = "版本 0.1.0-76da717d";
