// Marks what libdossier.so exports; everything else is hidden.
#pragma once

#define DOSSIER_API [[gnu::visibility("default")]]
