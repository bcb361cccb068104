package faults

import (
	"os"
	"os/exec"
	"syscall"
)

// ownGroup makes the browser the leader of a process group, so that all its processes can
// be killed together. The browser also ends when this process ends.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

func killGroup(p *os.Process) error { return syscall.Kill(-p.Pid, syscall.SIGKILL) }
