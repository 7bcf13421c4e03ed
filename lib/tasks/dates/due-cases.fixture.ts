/**
 * What words mean, written out by hand: the words, and the date and time expected, "-" for words that are no date.
 * Every group stands at one instant in one zone; `dates.test.ts` runs all of them with the server in three zones.
 */
export type DueCases = { now: string; timeZone: string; wall: string; cases: [string, string][] };

const rows = (table: string): [string, string][] =>
  table
    .trim()
    .split("\n")
    .map((line) => {
      const [words = "", expected = ""] = line.split("=>");
      return [words.trim(), expected.trim()];
    });

export const DUE_CASES: DueCases[] = [
  {
    wall: "Friday 20 November 2026, 11:00, Berlin",
    now: "2026-11-20T10:00:00Z",
    timeZone: "Europe/Berlin",
    cases: rows(`
      today => 2026-11-20
      tod => 2026-11-20
      later today => 2026-11-20
      tomorrow => 2026-11-21
      Tomorrow => 2026-11-21
      TOMORROW => 2026-11-21
      tomorrow. => 2026-11-21
      tomorrow! => 2026-11-21
      tmrw => 2026-11-21
      tmr => 2026-11-21
      tmrow => 2026-11-21
      tom => 2026-11-21
      2moro => 2026-11-21
      2morrow => 2026-11-21
      tommorow => 2026-11-21
      tommorrow => 2026-11-21
      tomorow => 2026-11-21
      tomorrrow => 2026-11-21
      tomrrow => 2026-11-21
      tomorros => -
      day after tomorrow => 2026-11-22
      the day after tomorrow => 2026-11-22
      day after tmrw => 2026-11-22
      yesterday => 2026-11-19
      yesteday => 2026-11-19
      day before yesterday => 2026-11-18
      tonight => 2026-11-20 20:00
      tonite => 2026-11-20 20:00
      tonight at 9 => 2026-11-20 21:00
      at 8 tonight => 2026-11-20 20:00
      8 tonight => 2026-11-20 20:00
      tonight at 7:30 => 2026-11-20 19:30
      tonight at 12 => 2026-11-20 23:59
      tonight at 3 => -
      by tonight => 2026-11-20 20:00
      friday => 2026-11-27
      fri => 2026-11-27
      on friday => 2026-11-27
      by friday => 2026-11-27
      before friday => 2026-11-27
      due friday => 2026-11-27
      due on friday => 2026-11-27
      due by friday => 2026-11-27
      for friday => 2026-11-27
      no later than friday => 2026-11-27
      friday noon => 2026-11-20 12:00
      by friday noon => 2026-11-20 12:00
      friday 5pm => 2026-11-20 17:00
      friday 9am => 2026-11-27 09:00
      friday at 11 => 2026-11-27 11:00
      friday at 11:01 => 2026-11-20 11:01
      friday morning => 2026-11-27 09:00
      friday evening => 2026-11-20 19:00
      friday night => 2026-11-20 20:00
      this friday => 2026-11-20
      coming friday => 2026-11-27
      this coming friday => 2026-11-27
      next friday => 2026-11-27
      nxt fri => 2026-11-27
      last friday => 2026-11-13
      friday week => 2026-12-04
      friday next week => 2026-11-27
      friday of next week => 2026-11-27
      next week friday => 2026-11-27
      next week on friday => 2026-11-27
      a week from friday => 2026-12-04
      a week on friday => 2026-12-04
      week from friday => 2026-12-04
      two weeks from friday => 2026-12-11
      a fortnight from monday => 2026-12-07
      saturday => 2026-11-21
      sat => 2026-11-21
      sunday => 2026-11-22
      sun 5pm => 2026-11-22 17:00
      next sunday => 2026-11-29
      this sunday => 2026-11-22
      monday => 2026-11-23
      mon => 2026-11-23
      monday morning => 2026-11-23 09:00
      monday afternoon => 2026-11-23 15:00
      next monday => 2026-11-23
      last monday => 2026-11-16
      tuesday => 2026-11-24
      next tue 5pm => 2026-11-24 17:00
      tues => 2026-11-24
      tuseday => 2026-11-24
      wednesday => 2026-11-25
      wed => 2026-11-25
      weds => 2026-11-25
      wensday => 2026-11-25
      wendesday => 2026-11-25
      wednsday => 2026-11-25
      thursday => 2026-11-26
      thu => 2026-11-26
      thur => 2026-11-26
      thurs => 2026-11-26
      thrusday => 2026-11-26
      thurday => 2026-11-26
      next thursday => 2026-11-26
      this thursday => 2026-11-26
      saterday => 2026-11-21
      satruday => 2026-11-21
      firday => 2026-11-27
      fridays => -
      tuesdays => -
      sundae => -
      in 3 days => 2026-11-23
      in three days => 2026-11-23
      in a day => 2026-11-21
      in 3d => 2026-11-23
      in a couple of days => 2026-11-22
      in a few days => -
      in a week => 2026-11-27
      in 1 week => 2026-11-27
      in two weeks => 2026-12-04
      in two weeks' time => 2026-12-04
      in a week's time => 2026-11-27
      in a fortnight => 2026-12-04
      in a month => 2026-12-20
      in 2 months => 2027-01-20
      in a year => 2027-11-20
      in 10 days => 2026-11-30
      in 11 days => 2026-12-01
      in 100 days => 2027-02-28
      in 0 days => 2026-11-20
      in 3 days at 5pm => 2026-11-23 17:00
      in 1 week and 2 days => 2026-11-29
      within 3 days => 2026-11-23
      within the next two weeks => 2026-12-04
      in twenty-one days => 2026-12-11
      in 3 business days => 2026-11-25
      in 5 working days => 2026-11-27
      3 days from now => 2026-11-23
      3 days from today => 2026-11-23
      two weeks from tomorrow => 2026-12-05
      3 days => 2026-11-23
      2 weeks => 2026-12-04
      3 days ago => 2026-11-17
      a week ago => 2026-11-13
      in 9999 years => -
      in 2 hours => 2026-11-20 13:00
      in two hours => 2026-11-20 13:00
      in an hour => 2026-11-20 12:00
      in half an hour => 2026-11-20 11:30
      in an hour and a half => 2026-11-20 12:30
      in 1.5 hours => 2026-11-20 12:30
      in 45 minutes => 2026-11-20 11:45
      in forty-five minutes => 2026-11-20 11:45
      in 15 mins => 2026-11-20 11:15
      in 1 hour and 30 minutes => 2026-11-20 12:30
      in 13 hours => 2026-11-21 00:00
      in 24 hours => 2026-11-21 11:00
      30 minutes from now => 2026-11-20 11:30
      next week => 2026-11-23
      nxt week => 2026-11-23
      the week after next => 2026-11-30
      this week => -
      this weekend => 2026-11-21
      weekend => 2026-11-21
      at the weekend => 2026-11-21
      over the weekend => 2026-11-21
      by the weekend => 2026-11-21
      next weekend => 2026-11-28
      next month => 2026-12-01
      next year => 2027-01-01
      next quarter => 2027-01-01
      end of the week => 2026-11-20
      end of week => 2026-11-20
      eow => 2026-11-20
      end of next week => 2026-11-27
      end of the month => 2026-11-30
      by the end of the month => 2026-11-30
      end of month => 2026-11-30
      eom => 2026-11-30
      by EOM => 2026-11-30
      end of next month => 2026-12-31
      end of january => 2027-01-31
      end of november => 2026-11-30
      end of the year => 2026-12-31
      eoy => 2026-12-31
      eoq => 2026-12-31
      start of next week => 2026-11-23
      beginning of next month => 2026-12-01
      beginning of december => 2026-12-01
      start of the month => -
      mid january => 2027-01-15
      mid-january => 2027-01-15
      end of day => 2026-11-20
      by end of day => 2026-11-20
      end of the day => 2026-11-20
      eod => 2026-11-20
      cob => 2026-11-20
      eod friday => 2026-11-27
      friday eod => 2026-11-27
      tomorrow eod => 2026-11-21
      by end of day tomorrow => 2026-11-21
      1 dec => 2026-12-01
      1 Dec. => 2026-12-01
      1st dec => 2026-12-01
      Dec 1st => 2026-12-01
      Dec 1 => 2026-12-01
      Dec. 1 => 2026-12-01
      dec 25 => 2026-12-25
      november 30 => 2026-11-30
      March 10 => 2027-03-10
      1st of december => 2026-12-01
      the 1st of december => 2026-12-01
      december the 1st => 2026-12-01
      first of december => 2026-12-01
      december first => 2026-12-01
      on 1 december => 2026-12-01
      by 1 december 2027 at noon => 2027-12-01 12:00
      December 1, 2027 => 2027-12-01
      1 december 2027 => 2027-12-01
      1-dec-2027 => 2027-12-01
      20 november => 2026-11-20
      19 november => 2027-11-19
      1 jan => 2027-01-01
      1 jan 2020 => 2020-01-01
      1 dec at 5pm => 2026-12-01 17:00
      1 dec 5pm => 2026-12-01 17:00
      dec 1 10am => 2026-12-01 10:00
      5pm on 1 dec => 2026-12-01 17:00
      1 dec 18:30 => 2026-12-01 18:30
      1 dec 20 => -
      1-3 dec => -
      31 november => -
      30 february => -
      29 feb => 2028-02-29
      29 feb 2027 => -
      friday 27 november => 2026-11-27
      Friday, 27 November => 2026-11-27
      fri 27 nov => 2026-11-27
      Friday 27 November, 18:00 => 2026-11-27 18:00
      Friday, November 27 => 2026-11-27
      monday 27 november => -
      mon 2 nov => 2026-11-02
      friday the 27th => 2026-11-27
      fri 27th => 2026-11-27
      friday the 13th => 2027-08-13
      the 15th => 2026-12-15
      15th => 2026-12-15
      on the 1st => 2026-12-01
      on the first => 2026-12-01
      the 20th => 2026-11-20
      the 21st => 2026-11-21
      the 30th => 2026-11-30
      the 31st => 2026-12-31
      the 32nd => -
      the 15th at 9am => 2026-12-15 09:00
      the 15th of next month => 2026-12-15
      the 1st of the month => 2026-12-01
      the 30th of this month => 2026-11-30
      the 5th of this month => 2026-11-05
      the 5th of the month => 2026-12-05
      friday the 4th of next month => 2026-12-04
      friday the 5th of next month => -
      the 3rd of january => 2027-01-03
      first monday of december => 2026-12-07
      the first monday of next month => 2026-12-07
      last friday of the month => 2026-11-27
      2nd tuesday of january => 2027-01-12
      fifth friday of february => -
      12/5 => 2027-05-12
      5/12 => 2026-12-05
      25/12 => 2026-12-25
      12/25 => 2026-12-25
      1/12/26 => 2026-12-01
      1/12/2027 => 2027-12-01
      1.12.2026 => 2026-12-01
      13/25 => -
      2026-12-01 => 2026-12-01
      2026/12/01 => 2026-12-01
      2026-12-01T18:30 => 2026-12-01 18:30
      2026-12-01 18:30 => 2026-12-01 18:30
      2026-12-01 06:30 => 2026-12-01 06:30
      2026-12-01T06:30:15 => 2026-12-01 06:30
      2026-12-01T00:00 => 2026-12-01 00:00
      2026-12-01T18:30:00Z => 2026-12-01 19:30
      2026-12-01T23:30:00.000Z => 2026-12-02 00:30
      2026-12-01T18:30+05:30 => 2026-12-01 14:00
      2026-12-01T18:30-08:00 => 2026-12-02 03:30
      2026-13-01 => -
      2026-02-30 => -
      2026-12-01T25:00 => -
      5pm => 2026-11-20 17:00
      5 pm => 2026-11-20 17:00
      5 p.m. => 2026-11-20 17:00
      5:30pm => 2026-11-20 17:30
      at 5pm => 2026-11-20 17:00
      by 5pm => 2026-11-20 17:00
      @5pm => 2026-11-20 17:00
      17:00 => 2026-11-20 17:00
      10am => 2026-11-21 10:00
      11am => 2026-11-21 11:00
      11:01 => 2026-11-20 11:01
      12am => 2026-11-21 00:00
      12pm => 2026-11-20 12:00
      at 6 => 2026-11-20 18:00
      by 6 => 2026-11-20 18:00
      at 1 => 2026-11-20 13:00
      at 6:30 => 2026-11-20 18:30
      at 7 => 2026-11-21 07:00
      at 10:30 => 2026-11-21 10:30
      at 11:30 => 2026-11-20 11:30
      at 12 => 2026-11-20 12:00
      at 18 => 2026-11-20 18:00
      at 06:00 => 2026-11-21 06:00
      at six => 2026-11-20 18:00
      at six thirty => 2026-11-20 18:30
      six o'clock => 2026-11-20 18:00
      6 o'clock => 2026-11-20 18:00
      six pm => 2026-11-20 18:00
      at about 5 => 2026-11-20 17:00
      around noon => 2026-11-20 12:00
      6 => -
      six => -
      on 6 => -
      18h => -
      25:00 => -
      24:00 => -
      12.30 => -
      at 12.30 => 2026-11-20 12:30
      half past 6 => 2026-11-20 18:30
      half past six => 2026-11-20 18:30
      quarter past 5 => 2026-11-20 17:15
      quarter to 5 => 2026-11-20 16:45
      quarter to 5pm => 2026-11-20 16:45
      at ten past six => 2026-11-20 18:10
      6 in the evening => 2026-11-20 18:00
      8 in the evening => 2026-11-20 20:00
      at 8 in the morning => 2026-11-21 08:00
      at 3 in the afternoon => 2026-11-20 15:00
      at 9 at night => 2026-11-20 21:00
      in the evening at 8 => 2026-11-20 20:00
      noon => 2026-11-20 12:00
      midday => 2026-11-20 12:00
      12 noon => 2026-11-20 12:00
      midnight => 2026-11-21 00:00
      at midnight => 2026-11-21 00:00
      friday midnight => 2026-11-20 23:59
      tomorrow at midnight => 2026-11-21 23:59
      this morning => 2026-11-20 09:00
      this afternoon => 2026-11-20 15:00
      this evening => 2026-11-20 19:00
      in the morning => 2026-11-21 09:00
      in the evening => 2026-11-20 19:00
      first thing in the morning => 2026-11-21 09:00
      first thing tomorrow => 2026-11-21 09:00
      tomorrow morning => 2026-11-21 09:00
      tomorrow afternoon => 2026-11-21 15:00
      tomorrow evening => 2026-11-21 19:00
      tomorrow night => 2026-11-21 20:00
      tomorrow in the morning => 2026-11-21 09:00
      tomorrow morning at 6 => 2026-11-21 06:00
      tomorrow evening at 8 => 2026-11-21 20:00
      tomorrow at 5 => 2026-11-21 17:00
      tomorrow at 5pm => 2026-11-21 17:00
      tomorrow, 5pm => 2026-11-21 17:00
      tomorrow 5pm => 2026-11-21 17:00
      tomorrow 17:00 => 2026-11-21 17:00
      tomorrow at 7 => 2026-11-21 07:00
      tomorrow noon => 2026-11-21 12:00
      5pm tomorrow => 2026-11-21 17:00
      at 5 tomorrow => 2026-11-21 17:00
      at 5pm on friday => 2026-11-20 17:00
      noon on monday => 2026-11-23 12:00
      friday at 6 in the evening => 2026-11-20 18:00
      tomorrow 5 => -
      friday 5 => -
      christmas => 2026-12-25
      by christmas => 2026-12-25
      christmas eve => 2026-12-24
      new year's eve => 2026-12-31
      new year's day => 2027-01-01
      halloween => 2027-10-31
      valentine's day => 2027-02-14
      every friday => -
      every day => -
      after friday => -
      until friday => -
      friday or saturday => -
      mon-fri => -
      monday to friday => -
      5-6pm => -
      5pm EST => -
      tomorrow at 5 or 6 => -
      asap => -
      someday => -
      soon => -
      later => -
      now => -
      never => -
      none => -
      may => -
      in january => -
      december 2026 => -
      2026 => -
      1984 => -
      5 => -
      the => -
      at => -
      by => -
      due => -
      call mom => -
      call mom tomorrow => -
      tomorrow call mom => -
      "tomorrow" => -
      tomorrow's => -
    `),
  },
  {
    wall: "Wednesday 30 December 2026, 23:30, Auckland; still the morning of that day in UTC",
    now: "2026-12-30T10:30:00Z",
    timeZone: "Pacific/Auckland",
    cases: rows(`
      today => 2026-12-30
      tomorrow => 2026-12-31
      day after tomorrow => 2027-01-01
      tonight => 2026-12-30
      tonight at 11 => 2026-12-30 23:00
      tonight at 11:45 => 2026-12-30 23:45
      in 30 minutes => 2026-12-31 00:00
      in 2 hours => 2026-12-31 01:30
      in 25 hours => 2027-01-01 00:30
      noon => 2026-12-31 12:00
      at 6 => 2026-12-31 18:00
      11:45pm => 2026-12-30 23:45
      midnight => 2026-12-31 00:00
      wednesday => 2027-01-06
      wednesday 23:45 => 2026-12-30 23:45
      wednesday 11pm => 2027-01-06 23:00
      thursday => 2026-12-31
      friday => 2027-01-01
      next friday => 2027-01-08
      next week => 2027-01-04
      next month => 2027-01-01
      next year => 2027-01-01
      this weekend => 2027-01-02
      end of the month => 2026-12-31
      end of next month => 2027-01-31
      end of the year => 2026-12-31
      eow => 2027-01-01
      eoq => 2026-12-31
      next quarter => 2027-01-01
      the 31st => 2026-12-31
      the 30th => 2026-12-30
      the 29th => 2027-01-29
      the 1st => 2027-01-01
      1 jan => 2027-01-01
      30 dec => 2026-12-30
      29 dec => 2027-12-29
      christmas => 2027-12-25
      in a month => 2027-01-30
      in 2 months => 2027-02-28
      in a week => 2027-01-06
      12/5 => 2027-05-12
      end of december => 2026-12-31
      mid december => 2027-12-15
      2026-12-31T12:00:00Z => 2027-01-01 01:00
      Thursday 31 December => 2026-12-31
      Friday 1 January => 2027-01-01
      Tue 29 Dec => 2026-12-29
      last wednesday of the month => 2026-12-30
      first monday of january => 2027-01-04
      yesterday => 2026-12-29
    `),
  },
  {
    wall: "Saturday 31 January 2026, 08:15, Los Angeles; afternoon in UTC, Sunday in Auckland",
    now: "2026-01-31T16:15:00Z",
    timeZone: "America/Los_Angeles",
    cases: rows(`
      today => 2026-01-31
      tomorrow => 2026-02-01
      in a month => 2026-02-28
      in 2 months => 2026-03-31
      in 3 months => 2026-04-30
      in a year => 2027-01-31
      the 31st => 2026-01-31
      the 30th => 2026-03-30
      the 29th => 2026-03-29
      the 28th => 2026-02-28
      end of the month => 2026-01-31
      end of next month => 2026-02-28
      next month => 2026-02-01
      this weekend => 2026-01-31
      next weekend => 2026-02-07
      saturday => 2026-02-07
      saturday at 9am => 2026-01-31 09:00
      saturday at 8am => 2026-02-07 08:00
      this saturday => 2026-01-31
      next saturday => 2026-02-07
      sunday => 2026-02-01
      next sunday => 2026-02-08
      monday => 2026-02-02
      next monday => 2026-02-02
      friday => 2026-02-06
      this friday => 2026-02-06
      next friday => 2026-02-06
      eow => 2026-02-01
      next week => 2026-02-02
      12/5 => 2026-12-05
      5/12 => 2026-05-12
      1/31 => 2026-01-31
      1/30 => 2027-01-30
      25/12 => 2026-12-25
      2/3/2027 => 2027-02-03
      1.12.2026 => 2026-12-01
      Dec 25 => 2026-12-25
      March 5 => 2026-03-05
      5 March => 2026-03-05
      at 8 => 2026-02-01 08:00
      at 9 => 2026-01-31 09:00
      8:15am => 2026-02-01 08:15
      8:16am => 2026-01-31 08:16
      in 16 hours => 2026-02-01 00:15
      2026-02-01T07:59:00Z => 2026-01-31 23:59
    `),
  },
  {
    wall: "Sunday 1 November 2026, 00:30, Los Angeles; the clocks go back at 02:00",
    now: "2026-11-01T07:30:00Z",
    timeZone: "America/Los_Angeles",
    cases: rows(`
      today => 2026-11-01
      tomorrow => 2026-11-02
      in 1 day => 2026-11-02
      in an hour => 2026-11-01 01:30
      in 2 hours => 2026-11-01 01:30
      in 3 hours => 2026-11-01 02:30
      in 24 hours => 2026-11-01 23:30
      in 1 day and 2 hours => 2026-11-02 01:30
      at 1:30am => 2026-11-01 01:30
      1:30am tomorrow => 2026-11-02 01:30
      sunday => 2026-11-08
      sunday noon => 2026-11-01 12:00
      next sunday => 2026-11-08
      next week => 2026-11-02
      this weekend => 2026-11-01
      weekend => 2026-11-01
      next weekend => 2026-11-07
      yesterday => 2026-10-31
      halloween => 2027-10-31
    `),
  },
  {
    wall: "Sunday 1 November 2026, 01:30, Los Angeles, for the second time",
    now: "2026-11-01T09:30:00Z",
    timeZone: "America/Los_Angeles",
    cases: rows(`
      today => 2026-11-01
      1:15am => 2026-11-02 01:15
      1:45am => 2026-11-01 01:45
      in half an hour => 2026-11-01 02:00
      tomorrow => 2026-11-02
    `),
  },
  {
    wall: "Saturday 7 March 2026, 23:00, Los Angeles; 02:00 to 03:00 doesn't happen that night",
    now: "2026-03-08T07:00:00Z",
    timeZone: "America/Los_Angeles",
    cases: rows(`
      today => 2026-03-07
      tomorrow => 2026-03-08
      tomorrow at 2:30am => 2026-03-08 02:30
      2:30am => 2026-03-08 02:30
      in 3 hours => 2026-03-08 03:00
      in 4 hours => 2026-03-08 04:00
      in 24 hours => 2026-03-09 00:00
      in 1 day => 2026-03-08
      in 2 days => 2026-03-09
      2026-03-08T02:30 => 2026-03-08 02:30
      2026-03-08T10:30:00Z => 2026-03-08 03:30
      the 8th => 2026-03-08
      3/8 => 2026-03-08
    `),
  },
  {
    wall: "Saturday 28 March 2026, 22:00, Berlin; 02:00 to 03:00 doesn't happen that night",
    now: "2026-03-28T21:00:00Z",
    timeZone: "Europe/Berlin",
    cases: rows(`
      tomorrow => 2026-03-29
      tomorrow at 2:30am => 2026-03-29 02:30
      in 5 hours => 2026-03-29 04:00
      in 24 hours => 2026-03-29 23:00
      in 2 days => 2026-03-30
      sunday => 2026-03-29
      end of month => 2026-03-31
      next month => 2026-04-01
      monday 00:30 => 2026-03-30 00:30
    `),
  },
  {
    wall: "Saturday 24 October 2026, 22:00, Berlin; the clocks go back at 03:00",
    now: "2026-10-24T20:00:00Z",
    timeZone: "Europe/Berlin",
    cases: rows(`
      tomorrow => 2026-10-25
      tomorrow at 2:30am => 2026-10-25 02:30
      in 4 hours => 2026-10-25 02:00
      in 5 hours => 2026-10-25 02:00
      in 6 hours => 2026-10-25 03:00
      in 24 hours => 2026-10-25 21:00
      in a week => 2026-10-31
      the 31st => 2026-10-31
    `),
  },
  {
    wall: "Saturday 26 September 2026, 23:30, Auckland; 02:00 to 03:00 doesn't happen that night",
    now: "2026-09-26T11:30:00Z",
    timeZone: "Pacific/Auckland",
    cases: rows(`
      today => 2026-09-26
      tomorrow => 2026-09-27
      tomorrow at 2:30am => 2026-09-27 02:30
      in 3 hours => 2026-09-27 03:30
      in 1 day => 2026-09-27
      next week => 2026-09-28
      the 31st => 2026-10-31
    `),
  },
  {
    wall: "Sunday 5 April 2026, 00:15, Lord Howe; the clocks go back half an hour at 02:00",
    now: "2026-04-04T13:15:00Z",
    timeZone: "Australia/Lord_Howe",
    cases: rows(`
      today => 2026-04-05
      in 1 hour => 2026-04-05 01:15
      in 2 hours => 2026-04-05 01:45
      in 3 hours => 2026-04-05 02:45
      in 24 hours => 2026-04-05 23:45
      tomorrow => 2026-04-06
      2026-04-05T13:29:00Z => 2026-04-05 23:59
      2026-04-05T13:30:00Z => 2026-04-06 00:00
    `),
  },
  {
    wall: "Saturday 3 October 2026, 23:45, Lord Howe; 02:00 to 02:30 doesn't happen that night",
    now: "2026-10-03T13:15:00Z",
    timeZone: "Australia/Lord_Howe",
    cases: rows(`
      today => 2026-10-03
      tomorrow at 2:15am => 2026-10-04 02:15
      in 2 hours => 2026-10-04 01:45
      in 3 hours => 2026-10-04 03:15
      in 15 minutes => 2026-10-04 00:00
    `),
  },
  {
    wall: "Monday 15 June 2026, 00:30, Apia; Sunday nearly everywhere else",
    now: "2026-06-14T11:30:00Z",
    timeZone: "Pacific/Apia",
    cases: rows(`
      today => 2026-06-15
      tomorrow => 2026-06-16
      monday => 2026-06-22
      monday noon => 2026-06-15 12:00
      sunday => 2026-06-21
      this weekend => 2026-06-20
      the 15th => 2026-06-15
      the 14th => 2026-07-14
      in 24 hours => 2026-06-16 00:30
      end of the month => 2026-06-30
      2026-06-14T10:59:00Z => 2026-06-14 23:59
    `),
  },
  {
    wall: "Thursday 29 December 2011, 12:00, Apia, which had no 30 December that year",
    now: "2011-12-29T22:00:00Z",
    timeZone: "Pacific/Apia",
    cases: rows(`
      today => 2011-12-29
      in 12 hours => 2011-12-31 00:00
      in 24 hours => 2011-12-31 12:00
      in 2 days => 2011-12-31
    `),
  },
  {
    wall: "Monday 28 February 2028, 12:00, UTC, in a leap year",
    now: "2028-02-28T12:00:00Z",
    timeZone: "UTC",
    cases: rows(`
      tomorrow => 2028-02-29
      in 2 days => 2028-03-01
      end of the month => 2028-02-29
      eom => 2028-02-29
      the 29th => 2028-02-29
      the 30th => 2028-03-30
      29 feb => 2028-02-29
      feb 29 => 2028-02-29
      28 feb => 2028-02-28
      27 feb => 2029-02-27
      in a year => 2029-02-28
      next month => 2028-03-01
      end of february => 2028-02-29
      tuesday => 2028-02-29
      last tuesday of the month => 2028-02-29
    `),
  },
  {
    wall: "Tuesday 29 February 2028, 23:59, Los Angeles",
    now: "2028-03-01T07:59:00Z",
    timeZone: "America/Los_Angeles",
    cases: rows(`
      today => 2028-02-29
      tomorrow => 2028-03-01
      in 1 minute => 2028-03-01 00:00
      29 feb => 2028-02-29
      in a year => 2029-02-28
      in 4 years => 2032-02-29
      in a month => 2028-03-29
      the 29th => 2028-02-29
      yesterday => 2028-02-28
      28 feb => 2029-02-28
    `),
  },
  {
    wall: "Sunday 28 February 2027, 20:00, Berlin",
    now: "2027-02-28T19:00:00Z",
    timeZone: "Europe/Berlin",
    cases: rows(`
      tomorrow => 2027-03-01
      29 feb => 2028-02-29
      end of the month => 2027-02-28
      in a month => 2027-03-28
      tonight => 2027-02-28
      tonight at 9 => 2027-02-28 21:00
      eow => 2027-02-28
      this weekend => 2027-02-28
      next week => 2027-03-01
      next sunday => 2027-03-07
      this sunday => 2027-02-28
      sunday => 2027-03-07
      next monday => 2027-03-01
    `),
  },
];
