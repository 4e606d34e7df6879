#pragma once
#include <stddef.h>

// Language data of the proofreader: made by `make language-data`, read by `CharacterModel` and `Confusions`.
extern const unsigned char duwang_official_model[];
extern const unsigned char duwang_official_model_end[];
extern const unsigned char duwang_confusions[];
extern const unsigned char duwang_confusions_end[];

struct duwang_data {
  const void *_Nonnull start;
  size_t count;
};

static inline struct duwang_data duwang_official_model_data(void) {
  return (struct duwang_data){duwang_official_model, duwang_official_model_end - duwang_official_model};
}

static inline struct duwang_data duwang_confusions_data(void) {
  return (struct duwang_data){duwang_confusions, duwang_confusions_end - duwang_confusions};
}

// Asks the processor for the memory at `address`, which is needed soon; any address will do.
static inline void duwang_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }
