### The week's line for a building's group.

week-head = <b>Done this week</b> ({ DAY($first) } – { DAY($last) })
week-numbers = Neighbours reported { $n ->
        [one] one thing
       *[other] { $n } things
    }; { $count ->
        [one] one was solved, as its reporter says.
       *[other] { $count } were solved, as their reporters say.
    }
week-line = ✅ { $category }: { $count }
