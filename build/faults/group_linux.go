package faults

import (
	"os"
	"os/exec"
	"syscall"
)

// ownGroup makes the browser the head of a process group, so that all of it is
// killed at one stroke; it dies with us too.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

func killGroup(p *os.Process) error { return syscall.Kill(-p.Pid, syscall.SIGKILL) }
