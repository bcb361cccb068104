//go:build !linux

package faults

import (
	"os"
	"os/exec"
)

func ownGroup(*exec.Cmd) {}

// killGroup ends the browser's first process; the others see that it is gone.
func killGroup(p *os.Process) error { return p.Kill() }
