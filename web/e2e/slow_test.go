package e2e

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

// slowdown is RRO_SLOW, how many times slower page and core are to run: what
// passes on a fast machine only is found that way.
var slowdown = func() time.Duration {
	times, err := strconv.Atoi(os.Getenv("RRO_SLOW"))
	if err != nil || times < 1 {
		return 1
	}
	return time.Duration(times)
}()

// slowCoreDown holds the worker busy after each piece of its work, as much
// longer as the page is slowed: a browser slows the page only.
func slowCoreDown() option {
	if slowdown == 1 {
		return option{}
	}
	return inPageAndWorker(fmt.Sprintf(`if (!globalThis.document) {
		const real = WebAssembly.instantiate;
		WebAssembly.instantiate = async (...args) => {
			const was = (await real(...args)).exports, exports = {...was};
			for (const name of ["run", "resume"]) exports[name] = (...args) => {
				const began = performance.now(), result = was[name](...args),
					end = began + %d * (performance.now() - began);
				while (performance.now() < end);
				return result;
			};
			return {__proto__: WebAssembly.Instance.prototype, exports};
		};
	}`, int(slowdown)))
}
