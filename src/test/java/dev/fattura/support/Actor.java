package dev.fattura.support;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A thread that plays one part after another, and goes on within one only when it is told to. It is a thread only because blocking code cannot
 * be left and entered again otherwise; whoever directs it never lets two of them run.
 */
public final class Actor {

    private final Semaphore go = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private final Thread thread = new Thread(this::loop, "actor");
    private volatile @Nullable Runnable part;
    private volatile @Nullable Throwable failure;
    private volatile boolean done;
    private volatile boolean ended;
    private boolean slow;

    /** A daemon, so that one that never goes on keeps nobody up. */
    public static Actor started() {
        Actor actor = new Actor();
        actor.thread.setDaemon(true);
        actor.thread.start();
        return actor;
    }

    /** Gives it a part, which it begins when it is told to go on. */
    public void play(String name, Runnable newPart, boolean slowly) {
        thread.setName(name);
        slow = slowly;
        part = newPart;
        failure = null;
        done = false;
    }

    public boolean slow() {
        return slow;
    }

    /** Lets it go on until it pauses or its part is over. */
    public void resume() {
        go.release();
        back.acquireUninterruptibly();
    }

    /** Called within its part: waits until it is told to go on. */
    public void pause() {
        back.release();
        go.acquireUninterruptibly();
    }

    /** Whether its part is over. */
    public boolean done() {
        return done;
    }

    public boolean isCurrentThread() {
        return Thread.currentThread() == thread;
    }

    /** Throws what its part threw, if anything. */
    public void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    /** Ends the thread, where it plays no part. */
    public void end() {
        ended = true;
        go.release();
    }

    private void loop() {
        go.acquireUninterruptibly();
        while (!ended) {
            try {
                Runnable now = part;
                if (now != null) {
                    now.run();
                }
            } catch (RuntimeException | Error thrown) {
                failure = thrown;
            }
            done = true;
            back.release();
            go.acquireUninterruptibly();
        }
    }
}
