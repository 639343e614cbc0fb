// Everything of dossier's C++ interface in one include.
#pragma once

#include "dossier/graph/store.h"
#include "dossier/ingest/model.h"
#include "dossier/ingest/pipeline.h"
#include "dossier/query/engine.h"
#include "dossier/result.h"
#include "dossier/status.h"
#include "dossier/version.h"
