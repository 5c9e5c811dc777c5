document.currentScript.parentNode.querySelector("a").textContent = "版本 0.1.0-e6a57640";
