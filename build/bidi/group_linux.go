package bidi

import (
	"os/exec"
	"syscall"
)

// ownGroup makes the program the leader of a process group, so that all its processes can
// be killed together, and makes it end when this process ends.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

func killGroup(cmd *exec.Cmd) error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
