// The token came in the address's fragment, which the server never sees: it goes into the form, and out of the address.
const token = new URLSearchParams(location.hash.slice(1)).get("token");
const field = document.getElementsByName("Input.Token")[0];
if (token && field) {
  field.value = token;
  document.querySelector("[data-rt-setup-token]").hidden = true;
  history.replaceState(null, "", location.pathname + location.search);
}
const zone = document.getElementsByName("Input.TimeZone")[0];
if (zone && !zone.value) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
