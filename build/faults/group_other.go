//go:build !linux

package faults

import (
	"os"
	"os/exec"
)

func ownGroup(*exec.Cmd) {}

// killGroup kills the browser's main process; its other processes then end themselves.
func killGroup(p *os.Process) error { return p.Kill() }
