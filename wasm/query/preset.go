package query

// PresetIDReq names a preset.
type PresetIDReq struct {
	ID string `json:"id"`
}
