package query

// PresetIDReq has the id of a preset.
type PresetIDReq struct {
	ID string `json:"id"`
}
