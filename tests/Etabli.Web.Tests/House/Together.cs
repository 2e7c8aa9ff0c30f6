// Each journey waits for its browser, its site and its database more than it computes: three at once keep two cores busy.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
