// The reference pages keep the reader's choice of light or dark under this name; every page follows it, else the system.
const chosen = localStorage.getItem('redoc.colorMode');
if (chosen === 'light' || chosen === 'dark') document.documentElement.classList.add(chosen);
