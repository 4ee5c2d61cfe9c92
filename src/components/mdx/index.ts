/** The components that authors may use in articles. */
import Brand from './Brand.astro';
import Callout from './Callout.astro';
import CookieList from './CookieList.astro';
import Count from './Count.astro';
import Duration from './Duration.astro';
import Fact from './Fact.astro';
import Link from './Link.astro';
import Question from './Question.astro';
import ResetButton from './ResetButton.astro';
import Sample from './Sample.astro';
import Section from './Section.astro';
import Steps from './Steps.astro';

export const authorComponents = {
  Brand,
  Callout,
  CookieList,
  Count,
  Duration,
  Fact,
  Link,
  Question,
  ResetButton,
  Sample,
  Section,
  Steps,
};
