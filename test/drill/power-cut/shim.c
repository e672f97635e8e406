/*
 * Records what a process writes below one folder, and when it asks for it to be on disk, in the order in which it
 * happened. Loaded before the C library (LD_PRELOAD); it changes nothing of what the process does.
 *
 * POWER_CUT_FOLDER: only files below it are recorded, and what goes to standard output.
 * POWER_CUT_LOG: where the records go. One record: kind, inode, offset, length of the data, lengths of two paths;
 * the paths; the data. Shared memory files (-shm) are left out: SQLite makes them anew from the log.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { CREATE = 1, WRITE, TRUNCATE, SYNC, RENAME, UNLINK, MAKE_FOLDER, SAID };

struct record {
  uint8_t kind;
  uint8_t unused[7];
  uint64_t inode;
  uint64_t offset;
  uint64_t length;
  uint32_t first;
  uint32_t second;
};

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static int log_file = -1;
static const char *folder = NULL;
static size_t folder_length = 0;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("POWER_CUT_LOG");
  folder = getenv("POWER_CUT_FOLDER");
  if (!path || !folder) return;
  folder_length = strlen(folder);
  log_file = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void all(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t done = REAL(write)(log_file, at, length);
    if (done < 0 && errno == EINTR) continue;
    /* A record that is not whole makes the drill fail, as it must. */
    if (done <= 0) abort();
    at += done;
    length -= (size_t)done;
  }
}

static void note(enum kind kind, uint64_t inode, uint64_t offset, const char *first, const char *second,
                 const void *data, size_t length) {
  int before = errno;
  struct record record = {.kind = (uint8_t)kind, .inode = inode, .offset = offset, .length = length};
  record.first = first ? (uint32_t)strlen(first) : 0;
  record.second = second ? (uint32_t)strlen(second) : 0;
  all(&record, sizeof record);
  if (record.first) all(first, record.first);
  if (record.second) all(second, record.second);
  if (length) all(data, length);
  errno = before;
}

static int is_watched_path(const char *path) {
  if (log_file < 0 || !path || strncmp(path, folder, folder_length) != 0) return 0;
  size_t length = strlen(path);
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

/* The file behind a descriptor, when it is to be watched; the path is asked of the system. */
static int watched(int file, struct stat *status, char *path, size_t size) {
  if (log_file < 0 || file < 0 || file == log_file) return 0;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, size - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_watched_path(path) && fstat(file, status) == 0;
}

static void wrote(int file, uint64_t offset, const void *bytes, ssize_t done) {
  struct stat status;
  char path[4096];
  if (done > 0 && watched(file, &status, path, sizeof path))
    note(WRITE, status.st_ino, offset, NULL, NULL, bytes, (size_t)done);
}

static uint64_t place(int file) {
  if (log_file < 0) return 0;
  int flags = fcntl(file, F_GETFL);
  struct stat status;
  if (flags >= 0 && (flags & O_APPEND) && fstat(file, &status) == 0) return (uint64_t)status.st_size;
  off_t at = lseek(file, 0, SEEK_CUR);
  return at < 0 ? 0 : (uint64_t)at;
}

static int opened(int (*open_file)(const char *, int, ...), const char *path, int flags, mode_t mode) {
  if (!is_watched_path(path)) return open_file(path, flags, mode);
  pthread_mutex_lock(&lock);
  struct stat before;
  int was_there = stat(path, &before) == 0;
  int file = open_file(path, flags, mode);
  struct stat status;
  if (file >= 0 && fstat(file, &status) == 0 && !S_ISDIR(status.st_mode)) {
    if (!was_there) note(CREATE, status.st_ino, 0, path, NULL, NULL, 0);
    else if (flags & O_TRUNC) note(TRUNCATE, status.st_ino, 0, NULL, NULL, NULL, 0);
  }
  pthread_mutex_unlock(&lock);
  return file;
}

#define OPEN(name)                                       \
  int name(const char *path, int flags, ...) {           \
    va_list rest;                                        \
    va_start(rest, flags);                               \
    mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                        \
    return opened((int (*)(const char *, int, ...))real(#name), path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

ssize_t write(int file, const void *bytes, size_t length) {
  if (log_file < 0) return REAL(write)(file, bytes, length);
  pthread_mutex_lock(&lock);
  uint64_t offset = file == 1 ? 0 : place(file);
  ssize_t done = REAL(write)(file, bytes, length);
  if (file == 1 && done > 0) note(SAID, 0, 0, NULL, NULL, bytes, (size_t)done);
  else wrote(file, offset, bytes, done);
  pthread_mutex_unlock(&lock);
  return done;
}

#define PWRITE(name, offset_type)                                                  \
  ssize_t name(int file, const void *bytes, size_t length, offset_type offset) {   \
    pthread_mutex_lock(&lock);                                                     \
    ssize_t done = REAL(name)(file, bytes, length, offset);                        \
    wrote(file, (uint64_t)offset, bytes, done);                                    \
    pthread_mutex_unlock(&lock);                                                   \
    return done;                                                                   \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

static void wrote_parts(int file, uint64_t offset, const struct iovec *parts, int count, ssize_t done) {
  for (int nth = 0; nth < count && done > 0; nth += 1) {
    size_t length = parts[nth].iov_len < (size_t)done ? parts[nth].iov_len : (size_t)done;
    if (file == 1) note(SAID, 0, 0, NULL, NULL, parts[nth].iov_base, length);
    else wrote(file, offset, parts[nth].iov_base, (ssize_t)length);
    offset += length;
    done -= (ssize_t)length;
  }
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  if (log_file < 0) return REAL(writev)(file, parts, count);
  pthread_mutex_lock(&lock);
  uint64_t offset = file == 1 ? 0 : place(file);
  ssize_t done = REAL(writev)(file, parts, count);
  wrote_parts(file, offset, parts, count, done);
  pthread_mutex_unlock(&lock);
  return done;
}

#define PWRITEV(name, offset_type)                                                        \
  ssize_t name(int file, const struct iovec *parts, int count, offset_type offset) {      \
    pthread_mutex_lock(&lock);                                                            \
    ssize_t done = REAL(name)(file, parts, count, offset);                                \
    wrote_parts(file, (uint64_t)offset, parts, count, done);                              \
    pthread_mutex_unlock(&lock);                                                          \
    return done;                                                                          \
  }
PWRITEV(pwritev, off_t)
PWRITEV(pwritev64, off64_t)

#define FTRUNCATE(name, offset_type)                                                      \
  int name(int file, offset_type length) {                                                \
    pthread_mutex_lock(&lock);                                                            \
    int done = REAL(name)(file, length);                                                  \
    struct stat status;                                                                   \
    char path[4096];                                                                      \
    if (done == 0 && watched(file, &status, path, sizeof path))                           \
      note(TRUNCATE, status.st_ino, (uint64_t)length, NULL, NULL, NULL, 0);               \
    pthread_mutex_unlock(&lock);                                                          \
    return done;                                                                          \
  }
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)

/* Of a folder the path tells which; its inode never changes here. */
#define SYNC_CALL(name)                                                                   \
  int name(int file) {                                                                    \
    pthread_mutex_lock(&lock);                                                            \
    int done = REAL(name)(file);                                                          \
    struct stat status;                                                                   \
    char path[4096];                                                                      \
    if (done == 0 && watched(file, &status, path, sizeof path))                           \
      note(SYNC, status.st_ino, S_ISDIR(status.st_mode) ? 1 : 0, path, NULL, NULL, 0);    \
    pthread_mutex_unlock(&lock);                                                          \
    return done;                                                                          \
  }
SYNC_CALL(fsync)
SYNC_CALL(fdatasync)

int rename(const char *from, const char *to) {
  pthread_mutex_lock(&lock);
  int done = REAL(rename)(from, to);
  if (done == 0 && is_watched_path(from)) note(RENAME, 0, 0, from, to, NULL, 0);
  pthread_mutex_unlock(&lock);
  return done;
}

int unlink(const char *path) {
  pthread_mutex_lock(&lock);
  int done = REAL(unlink)(path);
  if (done == 0 && is_watched_path(path)) note(UNLINK, 0, 0, path, NULL, NULL, 0);
  pthread_mutex_unlock(&lock);
  return done;
}

int mkdir(const char *path, mode_t mode) {
  pthread_mutex_lock(&lock);
  int done = REAL(mkdir)(path, mode);
  if (done == 0 && is_watched_path(path)) note(MAKE_FOLDER, 0, 0, path, NULL, NULL, 0);
  pthread_mutex_unlock(&lock);
  return done;
}
