package main

import "errors"

func runTypes(string, []string) error { return errors.New("not yet") }
func runDev(string, []string) error   { return errors.New("not yet") }
func runSize(string, []string) error  { return errors.New("not yet") }
func runOpen(string, []string) error  { return errors.New("not yet") }
