package bidi

import (
	"os/exec"
	"syscall"
)

// ownGroup starts the program as the head of a process group, so that all of
// it can be killed at one stroke, and lets it die with us.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

func killGroup(cmd *exec.Cmd) error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
