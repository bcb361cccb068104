package classifier

// PathSeparator separates the titles of [Hit.Path].
const PathSeparator = " › "
