// A frame script: it lists what a screen reader would be given of the page,
// and leaves the elements in the page's array rroThings.
{
	const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
	const {ROLE_TEXT_LEAF, ROLE_STATICTEXT, ROLE_LISTITEM_MARKER, ROLE_PASSWORD_TEXT} = Ci.nsIAccessibleRole;
	const describedBy = Ci.nsIAccessibleRelation.RELATION_DESCRIBED_BY;
	const numbers = new WeakMap();
	let last = 0;

	// What the page is made of goes with it, and so does its array.
	const number = element => {
		const page = content.wrappedJSObject;
		if (!page.rroThings) page.rroThings = new page.Array();
		let n = numbers.get(element);
		if (!n) numbers.set(element, n = ++last);
		if (!page.rroThings[n]) page.rroThings[n] = Cu.waiveXrays(element);
		return n;
	};

	const roleOf = acc => {
		switch (acc.role) {
			case ROLE_TEXT_LEAF: case ROLE_STATICTEXT: return "StaticText";
			case ROLE_LISTITEM_MARKER: return "ListMarker";
			case ROLE_PASSWORD_TEXT: return "textbox"; // ARIA has no role for it; Chromium says this
		}
		return acc.computedARIARole;
	};

	// Firefox adds to the label of a file input what is written in it: "Browse…".
	const nameOf = (acc, element) => {
		const name = acc.name ?? "";
		return element?.type === "file" && acc.firstChild ? name.split(acc.firstChild.name)[0].trim() : name;
	};

	const things = () => {
		const list = [];
		const add = (acc, parent, outer) => {
			// The list inside a closed select has the select's own node.
			const element = acc.DOMNode?.nodeType === 1 && acc.DOMNode !== outer ? acc.DOMNode : undefined;
			const describes = [];
			if (element?.hasAttribute("aria-describedby")) {
				for (const target of acc.getRelationByType(describedBy).getTargets().enumerate(Ci.nsIAccessible)) {
					if (target.DOMNode?.nodeType === 1) describes.push(number(target.DOMNode));
				}
			}
			const at = list.push({
				role: roleOf(acc), name: nameOf(acc, element), parent, node: element ? number(element) : 0, describes,
				focused: !!element && element === content.document.activeElement,
			}) - 1;
			for (let child = acc.firstChild; child; child = child.nextSibling) add(child, at, element);
		};
		const root = service.getAccessibleFor(content.document);
		for (let child = root?.firstChild; child; child = child.nextSibling) add(child, -1);
		return list;
	};

	addMessageListener("rro:things", ({data}) => {
		let text;
		try {
			text = JSON.stringify(things());
		} catch (e) {
			text = JSON.stringify(String(e));
		}
		sendAsyncMessage("rro:things", {number: data.number, text});
	});
}
