package dev.fattura.local.story;

/** The story cannot go on. */
final class StoryFailure extends RuntimeException {
    StoryFailure(String message) {
        super(message);
    }
}
