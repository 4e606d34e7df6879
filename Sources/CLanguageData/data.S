// The language data, as it stands in the files beside this one, in the read-only part of the executable. The build does
// not see those files change: `make language-data` touches this one.
#if defined(__APPLE__)
#define SYMBOL(name) _##name
.const
#else
#define SYMBOL(name) name
.section .rodata
#endif

.balign 64
.globl SYMBOL(duwang_official_model)
SYMBOL(duwang_official_model):
.incbin "official.model"
.globl SYMBOL(duwang_official_model_end)
SYMBOL(duwang_official_model_end):

.balign 64
.globl SYMBOL(duwang_confusions)
SYMBOL(duwang_confusions):
.incbin "confusions.table"
.globl SYMBOL(duwang_confusions_end)
SYMBOL(duwang_confusions_end):

#if defined(__linux__)
.section .note.GNU-stack, "", %progbits
#endif
