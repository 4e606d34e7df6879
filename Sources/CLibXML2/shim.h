#pragma once
// Debian builds libxml2 with ICU; its headers clash with Foundation's own copy of ICU, so they are kept out.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

// xmlFree is a mutable global function pointer, which Swift 6 does not let concurrent code read.
static inline void duw_xml_free(void *p) { xmlFree(p); }
