local references = require "references"
local targets = require "targets"

return {
  checks = {
    ["anchor-exists"] = targets.anchor_exists,
    ["file-exists"] = targets.file_exists,
    ["id-known"] = references.id_known,
    ["link-has-target"] = targets.has_target,
    ["link-portable"] = targets.portable,
    ["reference-defined"] = references.defined,
    ["section-known"] = references.section_known,
    ["spec-link-exists"] = targets.spec_link_exists,
  },
}
