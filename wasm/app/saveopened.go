package app

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/explain"
	"rroform/wasm/rpc"
	"rroform/wasm/source"
)

// SaveOpenedRes describes the parts that come with it.
type SaveOpenedRes struct {
	Parts  []OpenedPart `json:"parts"`
	AsIs   int          `json:"asIs"`   // files with their original bytes
	Edited int          `json:"edited"` // edited entries, which are written new
}

// OpenedPart is one file for download; Size in bytes.
type OpenedPart struct {
	Name    string `json:"name"`
	Size    int64  `json:"size"`
	Entries int    `json:"entries"`
}

// SaveOpened writes an open archive: unedited entries byte for byte, with or without errors, and
// edited ones new, each under its own name.
func (a *App) SaveOpened(ctx context.Context, req OpenedIDReq, _ []rpc.File) (SaveOpenedRes, []rpc.File, error) {
	s, err := a.saving(ctx, req.ID)
	if err != nil {
		return SaveOpenedRes{}, nil, err
	}
	res := SaveOpenedRes{Parts: []OpenedPart{}}
	var files []rpc.File
	parts := archive.Writer{Max: s.format.MaxPartBytes, Full: func(data []byte, entries int) error {
		files = append(files, data)
		res.Parts = append(res.Parts, OpenedPart{Size: int64(len(data)), Entries: entries})
		return nil
	}}
	for i := range s.archive.Entries {
		if err := rpc.Report(ctx, i, len(s.archive.Entries), "Записываем архив"); err != nil {
			return SaveOpenedRes{}, nil, err
		}
		e := &s.archive.Entries[i]
		ap, there := s.appeals[e.ID]
		if e.ID != "" && !there {
			continue // the clerk has deleted it
		}
		p, asIs, err := s.pack(ctx, e, ap)
		if err != nil {
			return SaveOpenedRes{}, nil, explain.Error(err)
		}
		if err := parts.Add(p); err != nil {
			return SaveOpenedRes{}, nil, err
		}
		if asIs {
			res.AsIs++
		} else {
			res.Edited++
		}
	}
	if err := parts.Close(); err != nil {
		return SaveOpenedRes{}, nil, err
	}
	for i := range res.Parts {
		res.Parts[i].Name = savedName(s.archive.File, i+1, len(res.Parts))
	}
	return res, files, nil
}

// savedName returns a file name that differs from that of the opened archive.
func savedName(file string, n, of int) string {
	if i := len(file) - len(".zip"); i > 0 && strings.EqualFold(file[i:], ".zip") {
		file = file[:i]
	}
	file += "_исправленный"
	if of > 1 {
		file += fmt.Sprintf("_%03d", n)
	}
	return file + ".zip"
}

// saving is an archive that is being written, with its own copy of the records.
type saving struct {
	app     *App
	archive *openArchive
	format  appeal.FormatProfile
	appeals map[string]*appeal.Appeal
	sources *source.Rows
}

func (a *App) saving(ctx context.Context, id string) (*saving, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	o := a.openByID(id)
	if o == nil {
		return nil, closedAlready()
	}
	s := &saving{app: a, archive: o, format: a.office.Format.Format, appeals: map[string]*appeal.Appeal{}}
	s.format.FileRule = appeal.FilesAlways // no answer file is left out
	for _, e := range o.Entries {
		if rec := a.register.Get(e.ID); rec != nil {
			ap := rec.Appeal
			s.appeals[e.ID] = &ap
		}
	}
	var err error
	s.sources, err = a.sources.Preload(ctx, len(s.appeals))
	return s, explain.Error(err)
}

// pack returns one entry of the archive; ap is nil if the entry is not an appeal.
func (s *saving) pack(ctx context.Context, e *openEntry, ap *appeal.Appeal) (p archive.Packed, asIs bool, err error) {
	file := func(id string) ([]byte, error) { return s.app.ledger.File(ctx, id) }
	if ap == nil {
		data, err := file(e.FileID)
		if err == nil && e.Packed != nil {
			return archive.Packed{Name: e.path(), CRC: e.Packed.CRC, Size: e.Packed.Size, Method: e.Packed.Method,
				Data: bytes.Clone(data)}, true, nil
		}
		if err == nil {
			p, err = archive.Pack(e.path(), data)
		}
		return p, true, err
	}
	came, err := s.app.sources.Find(ctx, ap, s.sources)
	if err != nil {
		return p, false, err
	}
	var text []byte
	if came != nil {
		text, err = came.Bytes(ap, file)
	} else {
		text, err = archive.Marshal(ap, ap.DepartmentID, &s.format, file)
	}
	if err == nil {
		p, err = archive.Pack(e.path(), text)
	}
	return p, came != nil, err
}
