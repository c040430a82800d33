return {
  1,
  +
}
