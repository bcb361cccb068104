// Whether the browser is set to let pages keep nothing. Of a database that does
// not open Chromium says the same then as of a full disk.

function refused(): boolean {
  try {
    return !localStorage;
  } catch {
    return true;
  }
}

export const keepsNothing = refused();
