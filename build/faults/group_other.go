//go:build !linux

package faults

import (
	"os"
	"os/exec"
)

func ownGroup(*exec.Cmd) {}

// killGroup kills the browser's first process; the others then end themselves.
func killGroup(p *os.Process) error { return p.Kill() }
