document.currentScript.parentNode.querySelector("a").textContent = "版本 0.1.0-6833a66b";
