using Etabli.Application.Live;

namespace Etabli.Application.Tests.Journal;

public sealed class ListenersTests
{
    [Fact]
    public async Task Who_comes_while_the_last_listener_leaves_still_hears()
    {
        var listeners = new Listeners();
        var subject = Guid.CreateVersion7();
        var over = false;
        var others = Task.Factory.StartNew(
            () =>
            {
                while (!Volatile.Read(ref over))
                {
                    listeners.Leave(subject, listeners.Join(subject));
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var deaf = 0;
        for (var n = 0; n < 100_000; n++)
        {
            var mine = listeners.Join(subject);
            listeners.Tell(subject, n);
            deaf += mine.Reader.TryRead(out var heard) && heard == n ? 0 : 1;
            listeners.Leave(subject, mine);
        }

        Volatile.Write(ref over, true);
        await others;
        Assert.Equal(0, deaf);
    }

    [Fact]
    public void Who_left_hears_no_more_and_a_slow_page_hears_only_the_last_beat()
    {
        var listeners = new Listeners();
        var subject = Guid.CreateVersion7();
        var (gone, here) = (listeners.Join(subject), listeners.Join(subject));
        listeners.Leave(subject, gone);
        listeners.Tell(subject, 1);
        listeners.Tell(subject, 2);
        Assert.False(gone.Reader.TryRead(out _));
        Assert.True(here.Reader.TryRead(out var heard));
        Assert.Equal(2, heard);
        Assert.False(here.Reader.TryRead(out _));
    }
}
