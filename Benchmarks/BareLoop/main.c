// bare-loop URL [CONNECTIONS]: the least that a crawler in C does with libcurl and libxml2. Fetches every page of the host of
// URL, parses it into a tree, resolves every href and src, asks each address once and counts.
// bare-loop measure NAME PAGES COMMAND...: runs the command, its output thrown away, and prints pages a second, CPU seconds per
// 1,000 pages and the peak of its memory.
#include <curl/curl.h>
#include <fcntl.h>
#include <libxml/HTMLparser.h>
#include <libxml/uri.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct { char *url, *body; size_t length, room; } Page;

static char **queue, **seen;
static size_t queued, taken, queueRoom, seenCount, seenRoom, links, pages, bad;

static size_t hash(const char *s) {
  size_t h = 14695981039346656037u;
  while (*s) h = (h ^ (unsigned char)*s++) * 1099511628211u;
  return h;
}

static char **slot(const char *url) {
  size_t i = hash(url) & (seenRoom - 1);
  while (seen[i] && strcmp(seen[i], url)) i = (i + 1) & (seenRoom - 1);
  return &seen[i];
}

static void grow(void) {
  char **old = seen;
  size_t room = seenRoom;
  seenRoom = room ? room * 2 : 1 << 15;
  seen = calloc(seenRoom, sizeof *seen);
  for (size_t i = 0; i < room; i++)
    if (old[i]) *slot(old[i]) = old[i];
  free(old);
}

static void ask(const char *url) {
  if (seenCount * 2 >= seenRoom) grow();
  char **place = slot(url);
  if (*place) return;
  *place = strdup(url);
  seenCount++;
  if (queued == queueRoom) queue = realloc(queue, (queueRoom = queueRoom ? queueRoom * 2 : 1024) * sizeof *queue);
  queue[queued++] = *place;
}

static size_t take(char *bytes, size_t size, size_t count, void *user) {
  Page *page = user;
  size_t more = size * count;
  if (page->length + more > page->room) page->body = realloc(page->body, page->room = (page->length + more) * 2);
  memcpy(page->body + page->length, bytes, more);
  page->length += more;
  return more;
}

static void follow(xmlNode *node, const char *name, const char *base, const char *host) {
  xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
  if (!value) return;
  links++;
  xmlChar *url = xmlBuildURI(value, BAD_CAST base);
  xmlFree(value);
  if (!url) return;
  char *hash = strchr((char *)url, '#');
  if (hash) *hash = 0;
  if (!strncmp((char *)url, host, strlen(host))) ask((char *)url);
  xmlFree(url);
}

static void read_page(Page *page, const char *host) {
  htmlDocPtr doc = htmlReadMemory(page->body ? page->body : "", (int)page->length, page->url, "UTF-8",
    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_RECOVER);
  pages++;
  xmlNode *node = doc ? xmlDocGetRootElement(doc) : NULL;
  while (node) {
    if (node->type == XML_ELEMENT_NODE && node->properties) {
      follow(node, "href", page->url, host);
      follow(node, "src", page->url, host);
    }
    if (node->children && node->type == XML_ELEMENT_NODE) { node = node->children; continue; }
    while (node && !node->next) node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
    if (node) node = node->next;
  }
  if (doc) xmlFreeDoc(doc);
}

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

static int measure(const char *name, double pages, char **command) {
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  pid_t child = fork();
  if (child == 0) {
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    execvp(command[0], command);
    _exit(127);
  }
  int status;
  struct rusage used;
  if (child < 0 || wait4(child, &status, 0, &used) != child) return 71;
  clock_gettime(CLOCK_MONOTONIC, &to);
  double wall = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
  double cpu = seconds(used.ru_utime) + seconds(used.ru_stime);
  printf("%-34s %8.0f %10.3f %8.0f\n", name, pages / wall, cpu / pages * 1000, (double)used.ru_maxrss / 1024);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 70;
}

int main(int count, char **words) {
  if (count > 4 && !strcmp(words[1], "measure")) return measure(words[2], atof(words[3]), words + 4);
  if (count < 2) return 64;
  int most = count > 2 ? atoi(words[2]) : 16;
  char host[512];
  const char *slash = strchr(words[1] + 8, '/');
  snprintf(host, sizeof host, "%.*s", slash ? (int)(slash - words[1]) + 1 : 500, words[1]);
  ask(words[1]);
  curl_global_init(CURL_GLOBAL_ALL);
  xmlInitParser();
  CURLM *multi = curl_multi_init();
  int running = 0;
  while (taken < queued || running) {
    while (running < most && taken < queued) {
      Page *page = calloc(1, sizeof *page);
      page->url = queue[taken++];
      CURL *easy = curl_easy_init();
      curl_easy_setopt(easy, CURLOPT_URL, page->url);
      curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
      curl_easy_setopt(easy, CURLOPT_WRITEDATA, page);
      curl_easy_setopt(easy, CURLOPT_PRIVATE, page);
      curl_multi_add_handle(multi, easy);
      running++;
    }
    int left;
    curl_multi_perform(multi, &left);
    CURLMsg *message;
    int finished = 0;
    while ((message = curl_multi_info_read(multi, &left))) {
      CURL *easy = message->easy_handle;
      Page *page;
      long status = 0;
      curl_easy_getinfo(easy, CURLINFO_PRIVATE, &page);
      curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
      curl_multi_remove_handle(multi, easy);
      curl_easy_cleanup(easy);
      if (status == 200) read_page(page, host); else bad++;
      free(page->body);
      free(page);
      running--;
      finished = 1;
    }
    if (!finished) curl_multi_poll(multi, NULL, 0, 1000, NULL);
  }
  printf("%zu pages, %zu links, %zu bad\n", pages, links, bad);
  return 0;
}
